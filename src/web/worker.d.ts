/** Address of a script that runs beside the page, as built. */
declare module '*?worker&url' {
  const address: string
  export default address
}
