export default function (component) {
  const { data, parentElement } = component
  const button = parentElement.querySelector("button")
  const show = () => { button.textContent = document.fullscreenElement ? data.leave : data.enter }
  button.onclick = () => {
    const asked = document.fullscreenElement
      ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    asked.then(show, show)
  }
  button.hidden = !document.fullscreenEnabled
  document.addEventListener("fullscreenchange", show)
  show()
  return () => document.removeEventListener("fullscreenchange", show)
}
