"""Second opinions on what is article: of networks that have not seen the page's site.

Gold stops early, leaves a list out or keeps a caption; marks of invented pages know no doubt. A network that learns the
mean of labels and opinions errs less than one that learns the labels alone (docs/quality/html.md and text.md).
"""

from typing import Any

import numpy as np

OF_GIVEN, OF_INVENTED = 0.3, 0.5
"""Of an answer so much is the second opinion."""


def mixed(answers: Any, odds: Any, share: float) -> Any:
    """The answers with a share of what the log odds say."""
    return ((1 - share) * answers + share / (1 + np.exp(-odds))).astype(np.float32)
