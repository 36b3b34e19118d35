// Before the first paint, so that the chosen theme never flashes the other one.
try {
  const theme = localStorage.getItem("muster.theme")
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme
} catch {
  // Storage is closed to this page: the system's theme holds.
}
