/** Each name in the transitional form that programs write and in the strict one (ECMA-376, ISO/IEC 29500). */

export const spreadsheetNamespaces = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
]

/** Of `r:id` attributes; also what the types of relationships start with. */
export const relationshipIds = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
]

export const relationshipNamespaces = ["http://schemas.openxmlformats.org/package/2006/relationships"]

export const contentTypeNamespaces = ["http://schemas.openxmlformats.org/package/2006/content-types"]

/** Of custom properties, and of the types of their values. */
export const customPropertyNamespaces = [
  "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
  "http://purl.oclc.org/ooxml/officeDocument/customProperties",
  "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
  "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
]
