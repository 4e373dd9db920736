"""Binding: pages laid out on sheets for folding, sewing or stabbing, and the jacket around them.

`impose` and `jacket` take bytes and give bytes. PDF work is done by pikepdf, the extra "binding".
"""

from __future__ import annotations

from fic2book.binding.imposing import impose
from fic2book.binding.jackets import JacketPlan, jacket
from fic2book.binding.layout import layout, signatures
from fic2book.binding.plan import ImpositionPlan

__all__ = ["ImpositionPlan", "JacketPlan", "impose", "jacket", "layout", "signatures"]
