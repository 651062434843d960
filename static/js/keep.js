// Words typed into <form data-keep> stay in this tab until they have been sent or the person signs out. They are kept
// in sessionStorage, by person and address; never a password. A draft brings its form_key back with it, so that a form
// whose answer was lost on the way is known for the same one when it is sent again.
(() => {
  "use strict";
  const PREFIX = "evenhand:";
  const SENT = `${PREFIX}sent`;
  const { person, outcome } = document.body.dataset;
  let store;
  try {
    store = window.sessionStorage;
    store.removeItem(`${PREFIX}try`);
  } catch {
    return;
  }

  const names = () => Object.keys(store).filter((name) => name.startsWith(PREFIX));
  const forget = () => names().forEach((name) => store.removeItem(name));
  let over = false;
  document.addEventListener(
    "submit",
    (event) => {
      if (!event.target.matches("[data-signs-out]")) return;
      over = true;
      forget();
    },
    true,
  );
  if (!person) return;

  // Another person at the same tab: nothing of the one before is left.
  for (const name of names()) if (name !== SENT && !name.startsWith(`${PREFIX}${person}:`)) store.removeItem(name);
  // A form was sent and this page answers it: unless it is a refusal, its draft has done its work. A page come back to,
  // or loaded again, answers nothing: the draft stays.
  const [arrival] = performance.getEntriesByType("navigation");
  if (outcome === "well" && arrival?.type === "navigate") store.removeItem(store.getItem(SENT) || SENT);
  store.removeItem(SENT);
  window.addEventListener("pageshow", (event) => event.persisted && store.removeItem(SENT));

  const kept = (control) =>
    control.name && control.name !== "csrf_token" && !["password", "file", "submit", "button"].includes(control.type) &&
    (control.type !== "hidden" || control.name === "form_key");
  const chosen = (control) => control.type === "radio" || control.type === "checkbox";

  const read = (form) =>
    [...form.elements].filter(kept).map((control) => [control.name, control.value, !chosen(control) || control.checked]);
  const same = (one, other) => JSON.stringify(one.filter(([name]) => name !== "form_key")) === JSON.stringify(other.filter(([name]) => name !== "form_key"));

  const write = (form, draft) => {
    const left = [...draft];
    for (const control of [...form.elements].filter(kept)) {
      const at = left.findIndex(([name, value]) => name === control.name && (!chosen(control) || value === control.value));
      if (at < 0) continue;
      const [[, value, on]] = left.splice(at, 1);
      if (chosen(control)) control.checked = on;
      else control.value = value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const tell = (form, name, before) => {
    const notice = document.createElement("div");
    notice.className = "notice notice--tell";
    notice.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = "What you typed here before has been put back. It has not been sent yet.";
    const away = document.createElement("button");
    away.type = "button";
    away.className = "button button--quiet";
    away.textContent = "Empty it again";
    away.addEventListener("click", () => {
      store.removeItem(name);
      write(form, before);
      notice.remove();
    });
    notice.append(words, away);
    form.prepend(notice);
  };

  const watch = (form, at) => {
    const name = `${PREFIX}${person}:${form.getAttribute("action")}:${at}`;
    const before = read(form);
    const draft = JSON.parse(store.getItem(name) || "null");
    if (outcome === "well" && draft && !same(draft, before)) {
      write(form, draft);
      tell(form, name, before);
    }
    const keep = () => {
      if (over) return;
      try {
        store.setItem(name, JSON.stringify(read(form)));
      } catch {
        store.removeItem(name);
      }
    };
    let soon;
    form.addEventListener("input", () => {
      clearTimeout(soon);
      soon = setTimeout(keep, 300);
    });
    form.addEventListener("submit", () => {
      clearTimeout(soon);
      keep();
      if (!form.hasAttribute("hx-post")) store.setItem(SENT, name);
    });
    form.addEventListener("htmx:afterRequest", ({ detail }) => {
      if (detail.elt === form && detail.successful) store.removeItem(name);
    });
    window.addEventListener("pagehide", () => soon && !store.getItem(SENT) && keep());
  };
  const watched = new WeakSet();
  const look = () =>
    document.querySelectorAll("form[data-keep]").forEach((form, at) => {
      if (watched.has(form)) return;
      watched.add(form);
      watch(form, at);
    });
  look();
  document.addEventListener("htmx:load", look);
})();
