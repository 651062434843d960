// Where the reader's attention goes: to what must be looked at first, and to the heading of what was swapped in.
(() => {
  "use strict";
  const attend = (root) => {
    const summary = root.matches?.("[data-summary]") ? root : root.querySelector("[data-summary]");
    if (summary) summary.focus();
    return Boolean(summary);
  };
  attend(document);

  // Whoever worked in a part that was swapped goes on in what stands in its place.
  const places = new WeakMap();
  document.addEventListener("htmx:beforeRequest", ({ detail: { target, xhr } }) => {
    if (!target.contains(document.activeElement)) return;
    places.set(xhr, { before: target.previousElementSibling, parent: target.parentElement });
  });
  const inPlaceOf = (target, { before, parent }) =>
    target.isConnected ? target : before ? before.nextElementSibling : parent.firstElementChild;

  const reach = (element) => {
    if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
    element.focus();
  };

  document.addEventListener("htmx:afterSwap", ({ target: arrived, detail: { target, xhr } }) => {
    if (attend(arrived) || (target.isConnected && attend(target))) return;
    const heading = target.id === "main" && target.querySelector("h1");
    const place = places.get(xhr);
    if (heading) reach(heading);
    else if (place && document.activeElement === document.body) reach(inPlaceOf(target, place) ?? arrived);
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-prints]")) window.print();
  });
  for (const button of document.querySelectorAll("[data-prints][hidden]")) button.hidden = false;
})();
