"""The vocabulary that editors write pages with; every block has a template in `blocks/`."""

from portal.blocks.body import BODY_BLOCKS, body_field

__all__ = ["BODY_BLOCKS", "body_field"]
