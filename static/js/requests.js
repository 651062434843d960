// A request of htmx that did not work: nothing on the page is replaced, and a banner says what happened.
(() => {
  "use strict";
  const OFFLINE = "There is no connection just now. What you typed is still here.";
  const UNCLEAR = "The server could not answer. What you typed is still here.";
  let banner;

  const say = (sentence) => {
    if (!banner) {
      banner = document.createElement("div");
      banner.className = "banner";
      banner.setAttribute("role", "alert");
      const words = document.createElement("p");
      const close = document.createElement("button");
      close.type = "button";
      close.className = "button button--quiet";
      close.textContent = "Close";
      close.addEventListener("click", hush);
      banner.append(words, close);
    }
    document.body.append(banner);
    banner.firstChild.textContent = `That did not work: ${sentence}`;
  };
  const hush = () => banner?.remove();

  document.addEventListener("htmx:responseError", ({ detail: { xhr } }) => {
    const plain = (xhr.getResponseHeader("Content-Type") || "").startsWith("text/plain");
    say(plain && xhr.responseText.length < 2000 ? xhr.responseText : UNCLEAR);
  });
  document.addEventListener("htmx:sendError", () => say(OFFLINE));
  document.addEventListener("htmx:timeout", () => say(UNCLEAR));
  document.addEventListener("htmx:afterOnLoad", ({ detail: { successful } }) => successful && hush());
})();
