(function () {
  if (window.mathSymbolsChart) return;
  var Narrow = 560;

  // Text takes the page's colour; lines are a grey that shows on light and dark.
  function themed(layout, host) {
    var style = getComputedStyle(host), copy = JSON.parse(JSON.stringify(layout));
    var text = /^rgb/.test(style.color) ? style.color : '#808080';
    copy.paper_bgcolor = copy.plot_bgcolor = 'rgba(0,0,0,0)';
    copy.font = { family: style.fontFamily, size: (copy.font || {}).size || 12, color: text };
    copy.modebar = { bgcolor: 'rgba(0,0,0,0)', color: 'rgba(128,128,128,.7)', activecolor: text };
    (copy.annotations || []).forEach(function (a) { a.font = { size: 14 }; });
    Object.keys(copy).forEach(function (key) {
      if (/^[xy]axis\d*$/.test(key))
        Object.assign(copy[key], { gridcolor: 'rgba(128,128,128,.3)', linecolor: 'rgba(128,128,128,.7)', showline: true });
    });
    return copy;
  }

  // A page of many charts opens faster when each is drawn as the reader comes near.
  function whenNear(host, then) {
    if (!window.IntersectionObserver) return then();
    var seen = new IntersectionObserver(function (entries) {
      if (!entries.some(function (e) { return e.isIntersecting; })) return;
      seen.disconnect();
      then();
    }, { rootMargin: '100% 0px' });
    seen.observe(host);
  }

  // Shows the static image until the reader is near and window.Plotly is there, then the chart.
  window.mathSymbolsChart = function (id) {
    var host = document.getElementById(id), source = document.getElementById(id + '-data');
    if (!host || !source || host.started) return;
    host.started = true;
    var figure = JSON.parse(source.textContent), plot = document.createElement('div'), drawn = '', observers = [];
    plot.className = 'ms-plot';

    function layout() { return host.clientWidth && host.clientWidth < Narrow ? figure.narrow : figure.layout; }

    // As high as the chart will be, so that nothing moves when it takes the image's place.
    function reserve() { if (window.Plotly) host.style.height = layout().height + 'px'; }

    function draw() {
      if (!host.isConnected) return observers.forEach(function (o) { o.disconnect(); });
      var width = host.clientWidth, state = width + getComputedStyle(host).color;
      if (state === drawn || (drawn && !width)) return;
      drawn = state;
      var sized = themed(layout(), host);
      sized.width = width || 800;
      return window.Plotly.react(plot, figure.data, sized, figure.config);
    }

    function start() {
      if (!window.Plotly) {
        window.addEventListener('plotly-ready', start, { once: true });
        return;
      }
      reserve();
      host.appendChild(plot);
      Promise.resolve().then(draw).then(function () {
        host.dataset.live = 'true';
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () { setTimeout(draw, 50); });
        var sizes = new ResizeObserver(function () { requestAnimationFrame(draw); }), classes = new MutationObserver(draw);
        sizes.observe(host);
        [document.documentElement, document.body].forEach(function (e) { classes.observe(e, { attributes: true }); });
        observers.push(sizes, classes);
      }).catch(function () { plot.remove(); host.style.height = ''; delete host.dataset.live; });
    }

    new ResizeObserver(function () { requestAnimationFrame(reserve); }).observe(host);
    whenNear(host, start);
  };
})();
