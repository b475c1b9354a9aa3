// Stands in the page itself, and sees to it that the rest of the page starts: see tools/vite/boot-check.js. Old browsers
// run this, too. A file that arrived broken stays in the browser's cache for a year, and would fail every later visit.
(function () {
  // Until it is told to give up: what is slow may still come.
  const PATIENCE = 20000;
  const KEY = 'inkdigit boot';

  /** @returns {HTMLElement | null} the words for a page that does not start, which main.js takes away */
  function words() {
    return document.getElementById('boot');
  }

  function tell() {
    const element = words();
    if (!element) return;
    element.hidden = false;
    element.getElementsByTagName('button')[0].onclick = fetchAnew;
  }

  /** Fetches what the page is made of past the browser's cache, and begins again. */
  function fetchAnew() {
    const files = document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=modulepreload]');
    const fetched = [].map.call(files, function (/** @type {any} */ file) {
      return fetch(file.src || file.href, { cache: 'reload' }).then(function (answer) {
        if (!answer.ok) throw answer;
        return answer.arrayBuffer();
      });
    });
    Promise.all(fetched).then(function () {
      location.reload();
    }, tell);
  }

  // Modules have run by now, or never will.
  addEventListener('load', function () {
    const isStarted = !words();
    let isKnown = true;
    try {
      isKnown = sessionStorage.getItem(KEY) !== null;
      if (isStarted) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, '');
    } catch {
      // Where nothing may be kept, it would begin again and again.
    }
    if (isStarted) return;
    if (isKnown) tell();
    else fetchAnew();
  });
  setTimeout(tell, PATIENCE);
})();
