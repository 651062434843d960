// What was opened (<details data-stays="…">) stays open when htmx puts a fresh piece of the page in its place.
(() => {
  "use strict";
  let open = [];
  document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
    open = [...target.querySelectorAll("details[data-stays][open]")].map((one) => one.dataset.stays);
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const one of document.querySelectorAll("details[data-stays]")) {
      if (open.includes(one.dataset.stays)) one.open = true;
    }
  });
})();
