"""`python -m worker.service SOCKET PARENT` is how the pool starts a child."""

from worker.service.child import main

main()
