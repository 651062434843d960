// A form is sent once: a second press while the first is on its way does nothing.
(() => {
  "use strict";
  const WAIT = 20000;
  const sent = new Map();

  const release = (form) => {
    clearTimeout(sent.get(form));
    sent.delete(form);
    for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.closest("[hx-post]")) return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.set(form, setTimeout(release, WAIT, form));
    event.submitter?.setAttribute("aria-disabled", "true");
  });
  window.addEventListener("pageshow", () => [...sent.keys()].forEach(release));
})();
