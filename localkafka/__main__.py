"""`python -m localkafka [--nodes 3]`: a broker until Ctrl-C; prints its bootstrap servers."""

import argparse
import signal
import sys

from localkafka import LocalKafka, LocalKafkaError


def main() -> int:
    """Run until SIGINT or SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m localkafka", description=__doc__)
    parser.add_argument("--nodes", type=int, choices=(1, 3), default=1)
    nodes = parser.parse_args().nodes
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with LocalKafka(nodes=nodes) as kafka:
            print(kafka.bootstrap_servers, flush=True)
            signal.pause()
    except KeyboardInterrupt:
        return 0
    except LocalKafkaError as error:
        print(error, *getattr(error, "__notes__", ()), sep="\n", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
