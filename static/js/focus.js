// Where the reader's attention goes: to what must be looked at first, and to the heading of what was swapped in.
(() => {
  "use strict";
  const attend = (root) => {
    const summary = root.matches?.("[data-summary]") ? root : root.querySelector("[data-summary]");
    if (summary) summary.focus();
    return Boolean(summary);
  };
  attend(document);

  document.addEventListener("htmx:afterSwap", (event) => {
    const target = event.detail.target;
    if (attend(target) || target.id !== "main") return;
    const heading = target.querySelector("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-prints]")) window.print();
  });
  for (const button of document.querySelectorAll("[data-prints][hidden]")) button.hidden = false;
})();
