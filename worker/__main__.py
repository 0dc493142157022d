"""`python -m worker` is `news-worker`."""

from worker.cli import main

if __name__ == "__main__":
    main()
