"""`python -m demo`."""

import sys

try:
    from demo.play import main
except KeyboardInterrupt:  # importing takes a second, in which there is nothing to stop yet
    sys.exit(130)

sys.exit(main())
