// The key "/" goes to the search from anywhere, unless something is being typed.
(() => {
  "use strict";
  const typing = (element) => element.matches("input, textarea, select") || element.isContentEditable;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const field = document.getElementById("q");
    const place = document.querySelector('.places__link[href="/customers"]');
    if (!field && !place) return;
    event.preventDefault();
    if (field) {
      field.focus();
      field.select();
    } else place.click();
  });
})();
