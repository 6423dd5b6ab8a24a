const MOVES = {
  PageDown: "forth", " ": "forth", PageUp: "back", Home: "first", End: "last",
}

export default function (component) {
  const { setTriggerValue, data, parentElement } = component
  let blank = null
  const clear = () => { blank?.remove(); blank = null }
  const darken = () => {
    blank = document.createElement("div")
    blank.setAttribute("aria-label", data.blank)
    blank.className = "cx-blank"
    blank.style.cssText = "position:fixed;inset:0;z-index:2147483647;background:#000"
    blank.onclick = clear
    document.body.append(blank)
  }
  const typing = (place) => place.closest?.("input, textarea, select, [contenteditable='true']")
  const heard = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    const toggles = event.key === "b" || event.key === "B" || event.key === "."
    const move = MOVES[event.key]
    if (blank) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return clear()
    }
    if (!toggles && !move) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (toggles) return darken()
    document.activeElement?.blur?.()
    setTriggerValue("move", move)
  }
  document.addEventListener("keydown", heard, true)
  const host = parentElement.host ?? parentElement
  host.setAttribute("data-hears", "keys")
  return () => { document.removeEventListener("keydown", heard, true); clear() }
}
