/* Goes to the part of a form that the address names: the admin makes it after the browser has looked for it. */
addEventListener("load", () => {
  "use strict";
  const id = location.hash.slice(1);
  let looks = id ? 20 : 0;
  const look = () => {
    const part = document.getElementById(id);
    const top = part?.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight) part.scrollIntoView();
    looks -= 1;
    if (looks > 0) setTimeout(look, 100);
  };
  // Whoever moves on is not held back.
  for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(name, () => { looks = 0; }, { passive: true });
  if (looks) look();
});
