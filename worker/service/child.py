"""A child process: loads the language model, then turns chunks of records into outcomes until its parent is gone.

A program of its own rather than a multiprocessing.Process: that would import the parent's main module, Kafka client
and all, into every child.
"""

import gc
import os
import socket
import sys
from contextlib import suppress
from errno import ENOMEM
from typing import NoReturn

from worker.service.channel import receive, send
from worker.service.confine import confine, limit_memory
from worker.service.diary import Diary
from worker.service.messages import Finished, LastWords, Ready, Start, Started, Work
from worker.service.processor import PipelineLike, language_pipeline
from worker.service.timer import Timer

EXIT_FAILED = 1
EXIT_OUT_OF_MEMORY = 71
"""How a child says that memory ran out where no stage of the line could catch it."""


def main() -> NoReturn:
    """Ends with the process; nothing is worth an orderly shutdown, which takes a tenth of a second."""
    confine(parent=int(sys.argv[2]))
    sock = socket.socket(fileno=int(sys.argv[1]))
    os._exit(_work(sock))


def _work(sock: socket.socket) -> int:
    """The exit code."""
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the parent is gone, or has closed the pool
        try:
            diary = Diary()
            _serve(sock, _load(sock), diary)
        except (MemoryError, SystemError):  # extensions without memory return an error and forget to say which
            return EXIT_OUT_OF_MEMORY
        except EOFError:
            raise
        except OSError as error:
            if error.errno == ENOMEM:  # an import that reads a folder says it so
                return EXIT_OUT_OF_MEMORY
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the parent must be told
            send(sock, LastWords(str(error) or type(error).__name__))
            return EXIT_FAILED
    return 0


def _load(sock: socket.socket) -> PipelineLike:
    start = receive(sock)
    assert isinstance(start, Start)  # noqa: S101 - the parent's protocol
    limit_memory(start.settings.pool.max_child_bytes)
    pipeline = (start.make_pipeline or language_pipeline)(start.settings)
    gc.collect()
    gc.freeze()  # the model is never garbage: the collector need not look at it again and again
    send(sock, Ready())
    return pipeline


def _serve(sock: socket.socket, pipeline: PipelineLike, diary: Diary) -> NoReturn:
    while True:
        work = receive(sock)
        assert isinstance(work, Work)  # noqa: S101 - the parent's protocol
        send(sock, Started())
        timer = Timer()
        outcomes = tuple(pipeline.process(work.records, timer.measure))
        send(sock, Finished(outcomes, timer.seconds(), diary.tear()))
