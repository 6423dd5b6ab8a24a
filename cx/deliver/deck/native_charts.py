"""Charts of Office on a slide: their part, the workbook behind them, the picture that fills them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, cast

from cx.deliver.deck.slide import place
from cx.picture.record import Box

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class _NativeChart:
    """What python-pptx asks of chart data: the chart's part and the workbook that it embeds."""

    def __init__(self, xml: str, workbook: bytes) -> None:
        self._xml = xml.encode()
        self.xlsx_blob = workbook

    def xml_bytes(self, _chart_type: object) -> bytes:
        return self._xml


def native_chart(
    slide: Slide, kind: str, box: Box, xml: str, workbook: bytes, filled: bytes = b""
) -> BaseShape:
    """Add a chart whose part is written already, and return it.

    Parameters
    ----------
    kind
        Of python-pptx: ``BUBBLE``, ``BAR_CLUSTERED``.
    xml, workbook
        The chart's part, and the workbook that its data editor opens.
    filled
        The picture that the chart's plot is filled with, where it is.
    """
    from pptx.enum.chart import XL_CHART_TYPE

    shapes: Any = slide.shapes
    made = shapes.add_chart(XL_CHART_TYPE[kind], *place(box), _NativeChart(xml, workbook))
    if filled:
        _fill(made.chart.part, filled)
    return cast("BaseShape", made)


def _fill(part: Any, picture: bytes) -> None:
    """Give a chart's part the picture that its plot is filled with."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    image = part.package.get_or_add_image_part(io.BytesIO(picture))
    own = part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
    for blip in part._element.iter(f"{_A}blip"):  # noqa: SLF001 - python-pptx has no call for it
        blip.set(f"{_R}embed", own)
