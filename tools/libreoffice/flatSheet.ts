/** A cell of a flat OpenDocument sheet: text, or what somebody typed that Calc took for something else. */
export type FlatCell =
  | string
  | { readonly number: string; readonly style?: "zeros" | "long" }
  | { readonly date: string }
  | { readonly boolean: boolean }
  | { readonly formula: string; readonly text: string }

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .split("\n")
    .map((line) => `<text:p>${line}</text:p>`)
    .join("")

const cell = (of: FlatCell): string => {
  if (typeof of === "string") {
    return of === ""
      ? "<table:table-cell/>"
      : `<table:table-cell office:value-type="string">${escaped(of)}</table:table-cell>`
  }
  if ("number" in of) {
    return `<table:table-cell office:value-type="float" office:value="${of.number}"${of.style ? ` table:style-name="${of.style}"` : ""}/>`
  }
  if ("date" in of)
    return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${of.date}"/>`
  if ("boolean" in of)
    return `<table:table-cell office:value-type="boolean" office:boolean-value="${of.boolean}"/>`
  return `<table:table-cell table:formula="of:=${of.formula.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" office:value-type="string">${escaped(of.text)}</table:table-cell>`
}

/** A sheet as OpenDocument has it in one XML file: what LibreOffice opens as if somebody had typed it. */
export const flatSheet = (rows: ReadonlyArray<ReadonlyArray<FlatCell>>): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-decimal-places="0" number:min-integer-digits="5"/></number:number-style>
<number:number-style style:name="N2"><number:scientific-number number:decimal-places="2" number:min-integer-digits="1" number:min-exponent-digits="2"/></number:number-style>
<number:date-style style:name="N3" number:automatic-order="true" number:format-source="language"><number:day/><number:text>/</number:text><number:month/><number:text>/</number:text><number:year/></number:date-style>
<style:style style:name="zeros" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="long" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N3"/>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="People">
${rows.map((cells) => `<table:table-row>${cells.map(cell).join("")}</table:table-row>`).join("\n")}
</table:table></office:spreadsheet></office:body></office:document>
`,
  )
