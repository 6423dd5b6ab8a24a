// What only the browser knows, or can do: the size of the window, paper, and the menu that lies over a page.
const REST = 150
const STEP = 24
const BETWEEN = 50
const LOOKS = 40
const BESIDE = 1100 // of the width of the window: _MENU_BESIDE in window.py

// On paper a chart is as wide as the sheet (style.css), which its drawings can only be with a shape of their own.
const toPaper = () => {
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    const { width, height } = chart.getBoundingClientRect()
    chart.style.setProperty("--shape", `${width} / ${height}`)
    for (const drawing of chart.querySelectorAll(".main-svg")) {
      drawing.setAttribute("viewBox", `0 0 ${drawing.getAttribute("width")} ${drawing.getAttribute("height")}`)
    }
  }
}

// Where the menu is shut at first, it is shut again as soon as a page was chosen in it: it lies over that page.
const shutMenu = (event) => {
  const chosen = event.target.closest?.("[data-testid=stSidebar] [data-testid=stPageLink-NavLink]")
  if (!chosen || window.innerWidth >= BESIDE) return
  const before = location.pathname
  let looks = 0
  // not before the page is there: the width that changes is told the server, which would draw the old page for it
  const waiting = setInterval(() => {
    looks += 1
    if (location.pathname === before && looks < LOOKS) return
    clearInterval(waiting)
    document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click()
    Object.keys(localStorage).filter((key) => key.startsWith("stSidebarCollapsed")).forEach((key) => localStorage.removeItem(key))
  }, BETWEEN)
}

export default function (component) {
  const { data, parentElement, setStateValue } = component
  const host = parentElement.host ?? parentElement
  document.documentElement.lang = data.lang
  host._told = host._told ?? data
  host._tell = () => {
    host.removeAttribute("data-measures")
    if (matchMedia("print").matches) return
    const seen = { width: Math.round(host.getBoundingClientRect().width), height: window.innerHeight,
                   whole: window.innerWidth }
    const far = ["width", "height", "whole"].some((side) => Math.abs(seen[side] - host._told[side]) >= STEP)
    if (seen.width > 0 && far) {
      host._told = seen
      setStateValue("size", seen)
    }
  }
  if (!host._watch) {
    host._heard = () => {
      clearTimeout(host._timer)
      host.setAttribute("data-measures", "") // until the size is told, or is what it was
      host._timer = setTimeout(() => host._tell(), REST)
    }
    host._watch = new ResizeObserver(host._heard)
    host._watch.observe(host)
    window.addEventListener("resize", host._heard)
    window.addEventListener("beforeprint", toPaper)
    document.addEventListener("click", shutMenu)
    host._tell()
  }
  const turn = (host._turn = (host._turn ?? 0) + 1) // one that lets go late ends nothing that began since
  return () => {
    if (host._turn !== turn) return
    clearTimeout(host._timer)
    host.removeAttribute("data-measures")
    host._watch?.disconnect()
    window.removeEventListener("resize", host._heard)
    window.removeEventListener("beforeprint", toPaper)
    document.removeEventListener("click", shutMenu)
    host._watch = undefined
  }
}
