"""The tag tree of a PDF as a screen reader should meet it, mended on pydyf's objects just before WeasyPrint writes them.

WeasyPrint tags each line of text, each emphasis and each running head by itself. Here lines become content of their paragraph, and what
is no text of the book (ornaments and leaders, marked by the element `ORNAMENT`, running heads and folios) becomes an artifact. Nothing
that is drawn changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

ORNAMENT: Final = "article"
"""The element around what is drawn and not read. No other use is made of it in the tree for print; WeasyPrint tags it "Art"."""

WRAPPERS: Final = frozenset({"/Span", "/NonStruct"})
"""Tags that say nothing, so that their content may as well stand in their parent."""

BOXES: Final = frozenset({"/Div", "/NonStruct", "/Sect", "/Span"})
"""Tags of boxes that need not be there when nothing stands in them."""


def retag(pdf: Any) -> None:
    """Mend the tag tree of a `pydyf.PDF`, if it has one. Where a page is not as expected its tags stay as they were."""
    root = _named(pdf, pdf.catalog.get("StructTreeRoot"))
    if root is None:
        return
    places = {_reference(pdf, number): place for place, number in enumerate(pdf.pages["Kids"][::3])}
    document = _named(pdf, root["K"][0])
    owners: dict[int, dict[int, Any]] = {place: {} for place in places.values()}
    _settle(pdf, document, places, owners)
    numbers = _named(pdf, root["ParentTree"])["Nums"]
    for place, owned in owners.items():
        page = pdf.objects[pdf.pages["Kids"][3 * place]]
        numbers[2 * place + 1][:] = _renumber(_named(pdf, page["Contents"]).stream, owned)
    _forget(pdf, document)


def _named(pdf: Any, reference: Any) -> Any:
    """The object that a reference such as ``12 0 R`` names."""
    return None if reference is None else pdf.objects[int(reference.split()[0])]


def _reference(pdf: Any, number: int) -> bytes:
    return bytes(pdf.objects[number].reference)


def _settle(pdf: Any, element: Any, places: dict[bytes, int], owners: dict[int, dict[int, Any]]) -> None:
    """Settles what stands below `element`: ornaments out, wrappers dissolved; fills `owners`, elements by page and content number."""
    kids: list[Any] = []
    for kid in element["K"]:
        if isinstance(kid, int):
            kids.append(kid)
            continue
        child = _named(pdf, kid)
        if child.get("Type") != "/StructElem":
            kids.append(kid)  # the annotation of a link
        elif child["S"] != "/Art":
            _settle(pdf, child, places, owners)
            kids += _kept(pdf, child, element)
    element["K"][:] = kids
    if "Pg" in element:
        for kid in kids:
            if isinstance(kid, int):
                owners[places[element["Pg"]]][kid] = element


def _kept(pdf: Any, child: Any, parent: Any) -> Iterator[Any]:
    """What stays of a child that is settled: itself, its content in place of a wrapper, or nothing of an empty box."""
    dissolves = child["S"] in WRAPPERS and child["Pg"] == parent.get("Pg")
    if dissolves and (parent["S"] == "/Link" or all(isinstance(kid, int) for kid in child["K"])):
        for kid in child["K"]:
            if not isinstance(kid, int):
                _move(pdf, _named(pdf, kid), parent)
            yield kid
    elif child["K"] or child["S"] not in BOXES:
        yield child.reference


def _move(pdf: Any, kid: Any, link: Any) -> None:
    """Hands an element, or the annotation of a marked stretch, over to the link it is part of."""
    if kid.get("Type") == "/OBJR":
        numbers = _named(pdf, _named(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
        numbers[2 * _named(pdf, kid["Obj"])["StructParent"] + 1] = link.reference
    else:
        kid["P"] = link.reference


def _renumber(stream: list[Any], owned: dict[int, Any]) -> list[bytes]:
    """Marks what nobody owns as an artifact and numbers the rest anew; the references of the owners, by number."""
    marks = [place for place, item in enumerate(stream) if item == b"BDC" and "MCID" in _properties(stream, place)]
    drawn = [stream[place - 1]["MCID"] for place in marks]
    if not owned.keys() <= set(drawn):  # part of the page is drawn in a group of its own, and shares its numbers
        return [bytes(owned[number].reference) if number in owned else b"null" for number in range(max(owned) + 1)]
    names = {old: new for new, old in enumerate(number for number in drawn if number in owned)}
    for place, number in zip(marks, drawn, strict=True):
        if number in names:
            stream[place - 1]["MCID"] = names[number]
        else:
            stream[place - 2 : place + 1] = [b"/Artifact", b"", b"BMC"]
    owners = [owned[number] for number in names]
    for element in {id(owner): owner for owner in owners}.values():
        element["K"][:] = [names[kid] if isinstance(kid, int) else kid for kid in element["K"]]
    return [bytes(owner.reference) for owner in owners]


def _properties(stream: list[Any], place: int) -> dict[str, Any]:
    """The property list of the marked content whose operator stands at `place`."""
    found = stream[place - 1]
    return found if isinstance(found, dict) else {}


def _forget(pdf: Any, document: Any) -> None:
    """Leaves nothing of the elements that are no longer in the tree."""
    import pydyf

    class Nothing(pydyf.Object):  # type: ignore[misc]
        """An object that is not there."""

        data = b"null"

    kept = {document.number}
    waiting = [document]
    while waiting:
        for kid in waiting.pop()["K"]:
            child = None if isinstance(kid, int) else _named(pdf, kid)
            if child is not None and child.get("Type") == "/StructElem":
                kept.add(child.number)
                waiting.append(child)
    for number, item in enumerate(pdf.objects):
        if isinstance(item, dict) and item.get("Type") == "/StructElem" and number not in kept:
            pdf.objects[number] = Nothing()
            pdf.objects[number].number = number
