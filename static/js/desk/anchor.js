/* Goes to the part of a form that the address names: the admin makes it after the browser has looked. */
addEventListener("load", () => {
  "use strict";
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
