"""Which fields, filters and parts a letter's words may use: a walk through the parsed words that knows the kinds.

It finds what making the letter with an example may never reach: a name in a branch not taken, a date without a filter.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from jinja2 import TemplateSyntaxError, nodes

from letterpress.checks.copies import body_of
from letterpress.languages import languages
from letterpress.make import kinds, sources
from letterpress.make.field_kinds import (
    FILTERS,
    HOW,
    LOOP,
    TESTS,
    WORDS_OF,
    Scope,
    choices,
    fits,
    kinds_of,
    members_of,
    named,
    nearest,
    plain,
)
from letterpress.make.templates import PARAGRAPH_OF_KIND, markdown_words

CALCULATES = (nodes.Mul, nodes.Pow, nodes.Div, nodes.FloorDiv, nodes.Mod)
BUILDS = (
    nodes.Extends, nodes.Block, nodes.Import, nodes.FromImport, nodes.Macro, nodes.CallBlock, nodes.AssignBlock,
    nodes.With, nodes.FilterBlock, nodes.EvalContextModifier, nodes.ScopedEvalContextModifier,
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """One fault in a file's words, at a line of its words (front matter not counted)."""

    path: str
    line: int
    sentence: str
    remedy: str


@dataclass
class Walk:
    """A walk through a letter and every part it includes; `found` collects what is wrong, `seen` each part's scope."""

    language: str
    own: bool
    found: list[Finding] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)
    loops: set[str] = field(default_factory=set)

    # --- Files ---

    def syntax(self, path: str) -> None:
        """Whether one file can be read at all."""
        self._parsed(path)

    def _parsed(self, path: str) -> nodes.Template | None:
        try:
            return markdown_words(self.language, self.own).parse(body_of(path, self.language, self.own))
        except TemplateSyntaxError as error:
            remedy = "Look for a bracket, a {% endif %} or a {% endfor %} that is missing or one too many."
            self._wrong(path, error.lineno, f"This cannot be read: {_plainly(error)}", remedy)
            return None

    def file(self, path: str, scope: Scope) -> None:
        """Walk through one file with the names known where it is included."""
        if path in self.trail:
            self._wrong(self.trail[-1], 1, f"The part “{path}” includes itself.", "Leave that out.")
            return
        tree = self._parsed(path)
        if tree is None:
            return
        self.trail.append(path)
        before, self.loops = (
            self.loops,
            {name.name for one in tree.find_all(nodes.For) for name in one.find_all(nodes.Name) if name.ctx == "store"},
        )
        self._body(tree.body, scope)
        self.loops = before
        self.trail.pop()

    def title(self, words: str, path: str, line: int, scope: Scope) -> None:
        """Walk through a letter's title."""
        self.trail.append(path)
        before = len(self.found)
        try:
            self._body(markdown_words(self.language, self.own).parse(words).body, scope)
        except TemplateSyntaxError as error:
            self._wrong(path, 0, f"The title cannot be read: {_plainly(error)}", "Look for a bracket that is missing.")
        self.found[before:] = [Finding(path, line, one.sentence, one.remedy) for one in self.found[before:]]
        self.trail.pop()

    def _wrong(self, path: str, line: int, sentence: str, remedy: str) -> None:
        finding = Finding(path, line, sentence, remedy)
        if finding not in self.found:
            self.found.append(finding)

    def _at(self, node: nodes.Node, sentence: str, remedy: str = "") -> None:
        self._wrong(self.trail[-1], node.lineno, sentence, remedy)

    # --- Statements ---

    def _body(self, body: Sequence[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: Any, scope: Scope) -> None:
        if isinstance(node, nodes.Output):
            for one in node.nodes:
                if not isinstance(one, nodes.TemplateData):
                    self._printable(one, self._kind(one, scope))
        elif isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.If):
            self._kind(node.test, scope)
            for part in (node.body, node.elif_, node.else_):
                self._body(part, scope)
        elif isinstance(node, nodes.Assign):
            kind = self._kind(node.node, scope)
            scope.update({one.name: kind for one in _targets(node.target)})
        elif isinstance(node, nodes.Include):
            self._include(node, scope)
        elif isinstance(node, BUILDS):
            self._at(node, "Letters are put together with if, for, set and include only.", "Leave this out.")
        else:
            self._kind(node, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        kind = self._kind(node.iter, scope)
        if kind is not None and kind is not list and get_origin(kind) is not list:
            self._at(node, f"“{_said(node.iter)}” is no list, so there is nothing to go through.")
        item = get_args(kind)[0] if get_origin(kind) is list else None
        targets = _targets(node.target)
        inner = scope | {one.name: item if len(targets) == 1 else None for one in targets} | {"loop": LOOP}
        if node.test:
            self._kind(node.test, inner)
        self._body(node.body, inner)
        self._body(node.else_, dict(scope))

    def _include(self, node: nodes.Include, scope: Scope) -> None:
        given = node.template
        if isinstance(given, nodes.Filter) and given.name == PARAGRAPH_OF_KIND and given.node is not None:
            return self._each_kind(given.node, scope)
        if not isinstance(given, nodes.Const) or not isinstance(given.value, str):
            return self._at(
                node, "A part is included by its name in quotation marks.", 'Write {% include "parts/….md" %}.'
            )
        parts = [path for path in sources.paths() if path.startswith("parts/")]
        if given.value not in parts:
            return self._at(node, f"There is no part called “{given.value}”.", nearest(given.value, parts, "parts"))
        return self.file(given.value, dict(scope))

    def _each_kind(self, given: nodes.Node, scope: Scope) -> None:
        self._kind(given, scope)
        of = given.node if isinstance(given, nodes.Getattr) else None
        chosen = of.name if isinstance(of, nodes.Name) else ""
        for kind in kinds.names():
            narrowed = [one for one in choices(scope.get(chosen)) if kind in kinds_of(one)]
            self.file(kinds.paragraph(kind), scope | ({chosen: narrowed[0]} if narrowed else {}))

    # --- Expressions: each gives the kind of its value, None where that is not known ---

    def _kind(self, node: Any, scope: Scope) -> Any:
        if isinstance(node, nodes.Const):
            return type(node.value)
        if isinstance(node, nodes.Getattr):
            return self._member(node, node.attr, scope)
        if ask := ASKS.get(type(node)):
            return ask(self, node, scope)
        if isinstance(node, CALCULATES):
            self._at(node, "Letters do not calculate.", "Ask for what is needed to be among the fields.")
        of = [self._kind(one, scope) for one in node.iter_child_nodes()]
        if isinstance(node, nodes.Concat):
            return str
        if isinstance(node, nodes.CondExpr):
            return of[1] if len(of) > 2 and of[1] == of[2] else None
        return of[0] if isinstance(node, nodes.Add) else None

    def _name(self, node: nodes.Name, scope: Scope) -> Any:
        if node.name in scope:
            return scope[node.name]
        if node.name in self.loops:
            self._at(
                node, f"“{node.name}” is known inside its loop only.", "Move this between {% for … %} and {% endfor %}."
            )
        else:
            self._at(node, f"“{node.name}” is not a field of this letter.", nearest(node.name, scope, "fields"))
        return None

    def _member(self, node: Any, name: str, scope: Scope) -> Any:
        of = self._kind(node.node, scope)
        members = members_of(of)
        said = _said(node.node)
        if members is not None and name not in members:
            self._at(
                node, f"“{said}.{name}” is not a field of this letter.", nearest(name, members, f"fields of “{said}”")
            )
        if get_origin(of) is list:
            remedy = f"Go through it: {{% for one in {said} %}} {{{{ one.{name} }}}} {{% endfor %}}."
            self._at(node, f"“{said}” is a list, so it has no field “{name}” of its own.", remedy)
        elif of in WORDS_OF:
            self._at(node, f"“{said}” is {WORDS_OF[of]} and has no field “{name}”.", f"Write {said} alone.")
        return plain((members or {}).get(name))

    def _item(self, node: nodes.Getitem, scope: Scope) -> Any:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(node, node.arg.value, scope)
        self._kind(node.arg, scope)
        of = self._kind(node.node, scope)
        return plain(get_args(of)[0]) if get_origin(of) is list and not isinstance(node.arg, nodes.Slice) else of

    def _filter(self, node: nodes.Filter, scope: Scope) -> Any:
        of = self._kind(node.node, scope) if node.node is not None else None
        for one in [*node.args, *node.kwargs]:
            self._kind(one, scope)
        there = {*FILTERS, *languages.load(self.language).filters}
        if node.name not in there:
            self._at(node, f"There is no filter called “{node.name}”.", nearest(node.name, there, "filters"))
            return None
        takes, gives = FILTERS.get(node.name, (None, None))
        if takes is not None and of is not None and (get_origin(of) or of) is not takes:
            self._at(node, f"“|{node.name}” is for {named(takes)}, and “{_said(node.node)}” is {named(of)}.", fits(of))
        return of if gives == "same" else gives

    def _call(self, node: nodes.Call, scope: Scope) -> Any:
        for one in node.args:
            self._kind(one, scope)
        if isinstance(node.node, nodes.Name) and node.node.name == "gap":
            return str
        of = node.node
        if isinstance(of, nodes.Getattr) and of.attr == "get" and node.args and isinstance(node.args[0], nodes.Const):
            return plain((members_of(self._kind(of.node, scope)) or {}).get(str(node.args[0].value)))
        if isinstance(of, nodes.Getattr) and of.attr == "strip":
            return self._kind(of.node, scope)
        self._at(
            node, f"“{_said(node.node)}(…)” is not possible in a letter.", "Write the field alone, or use a filter."
        )
        return None

    def _test(self, node: nodes.Test, scope: Scope) -> Any:
        if node.name not in TESTS:
            self._at(node, f"There is no test called “is {node.name}”.", nearest(node.name, TESTS, "tests"))
        if node.name not in ("defined", "undefined"):
            self._kind(node.node, scope)
        return bool

    def _printable(self, node: Any, kind: Any) -> None:
        said = _said(node)
        if kind in HOW:
            self._at(node, f"“{said}” is {WORDS_OF[kind]} and cannot be printed as it is.", HOW[kind].format(said))
        elif get_origin(kind) is list or kind is list:
            remedy = (
                f"Go through it with {{% for one in {said} %}} … {{% endfor %}}, or write {{{{ {said}|and_list }}}}."
            )
            self._at(node, f"“{said}” is a list and cannot be printed as it is.", remedy)
        elif members_of(kind):
            names = ", ".join(f"{said}.{name}" for name in list(members_of(kind) or {})[:4])
            self._at(node, f"“{said}” holds several fields and cannot be printed as it is.", f"Write one of {names}.")


ASKS: dict[type, Callable[[Walk, Any, Scope], Any]] = {
    nodes.Name: Walk._name,
    nodes.Getitem: Walk._item,
    nodes.Filter: Walk._filter,
    nodes.Call: Walk._call,
    nodes.Test: Walk._test,
}


def _plainly(error: TemplateSyntaxError) -> str:
    said = str(error.message)
    tag = re.match(r"Encountered unknown tag '(\w+)'", said)
    if tag:
        return f"“{{% {tag[1]} %}}” does not belong here."
    if said.startswith("Unexpected end of template"):
        return "something that is opened is never closed."
    return f"{said[:1].lower()}{said[1:]}".replace("'", "”").rstrip(".") + "."


def _targets(node: nodes.Node) -> list[nodes.Name]:
    return [node] if isinstance(node, nodes.Name) else list(node.find_all(nodes.Name))


def _said(node: Any) -> str:
    """The expression as its writer typed it, more or less."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_said(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{_said(node.node)}[{_said(node.arg)}]"
    if isinstance(node, nodes.Filter):
        return f"{_said(node.node)}|{node.name}"
    return str(node.value) if isinstance(node, nodes.Const) else "…"
