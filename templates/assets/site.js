// Static hosts answer `privacy/` with `privacy/index.html`; a disk does not. So when the site is opened from disk, links to
// folders are made to lead to the file itself. Served over HTTP, this script does nothing, and no page depends on it.
(() => {
  if (location.protocol !== 'file:') return;
  for (const link of document.querySelectorAll('a[href]')) {
    const target = new URL(link.href);
    if (target.protocol === 'file:' && target.pathname.endsWith('/')) {
      target.pathname += 'index.html';
      link.href = target.href;
    }
  }
})();
