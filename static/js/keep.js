// Words typed into <form data-keep> stay in this tab until the server has them or the person signs out. They are kept
// in sessionStorage, by person and address; never a password. A draft brings its form_key back with it, so that a form
// whose answer was lost on the way is known for the same one when it is sent again. Each state of a draft has a mark of
// its own, which is sent along: the server says which marks have arrived, and only those drafts go.
(() => {
  "use strict";
  const PREFIX = "evenhand:";
  const MARK = "draft_mark";
  const { person, outcome, arrived } = document.body.dataset;
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
  for (const name of names()) if (!name.startsWith(`${PREFIX}${person}:`)) store.removeItem(name);

  const kept = (control) =>
    control.name && control.name !== "csrf_token" && !["password", "file", "submit", "button"].includes(control.type) &&
    (control.type !== "hidden" || ["form_key", MARK].includes(control.name));
  const chosen = (control) => control.type === "radio" || control.type === "checkbox";

  const read = (form) =>
    [...form.elements].filter(kept).map((control) => [control.name, control.value, !chosen(control) || control.checked]);
  const typed = (fields) => JSON.stringify(fields.filter(([name]) => name !== "form_key" && name !== MARK));
  const same = (one, other) => typed(one) === typed(other);
  const markOf = (fields) => fields.find(([name]) => name === MARK)?.[1].split(" ")[0];
  const gone = (arrived || "").split(" ");
  for (const name of names()) if (gone.includes(markOf(JSON.parse(store.getItem(name))))) store.removeItem(name);

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

  const watch = (form, at, fresh) => {
    const name = `${PREFIX}${person}:${form.getAttribute("action")}:${at}`;
    const mark = document.createElement("input");
    mark.type = "hidden";
    mark.name = MARK;
    form.append(mark);
    const before = read(form);
    const draft = JSON.parse(store.getItem(name) || "null");
    if (fresh && outcome === "well" && draft && !same(draft, before)) {
      write(form, draft);
      tell(form, name, before);
    }
    let last = read(form);
    let sent;
    let soon;
    const keep = () => {
      if (over || !form.isConnected || (mark.value && same(last, read(form)))) return;
      const { pathname } = new URL(form.getAttribute("action"), location);
      mark.value = `${Math.random().toString(36).slice(2, 10).padEnd(8, "0")} ${pathname}`;
      last = read(form);
      try {
        store.setItem(name, JSON.stringify(last));
      } catch {
        store.removeItem(name);
      }
    };
    form.addEventListener("input", () => {
      clearTimeout(soon);
      soon = setTimeout(keep, 300);
    });
    const send = () => {
      clearTimeout(soon);
      keep();
      sent = markOf(read(form));
    };
    form.addEventListener("submit", send, true);
    form.addEventListener("htmx:afterRequest", ({ detail }) => {
      const done = detail.elt === form && detail.xhr.status === 201;
      if (done && sent === markOf(JSON.parse(store.getItem(name) || "[]"))) store.removeItem(name);
    });
    window.addEventListener("pagehide", () => soon && keep());
  };
  const watched = new WeakSet();
  const look = (fresh) => {
    const seen = {};
    for (const form of document.querySelectorAll("form[data-keep]")) {
      const action = form.getAttribute("action");
      const at = (seen[action] = (seen[action] ?? -1) + 1);
      if (watched.has(form)) continue;
      watched.add(form);
      watch(form, at, fresh);
    }
  };
  look(true);
  document.addEventListener("htmx:load", () => look(false));
})();
