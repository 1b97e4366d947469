import Glibc
import LintCore

/// Turns the segments of a folder's pages into PO files, one for each page that has any.
///
/// It goes from page to page and keeps none but for the file with all segments: the peak memory of a child that is
/// started later counts from that of its parent.
struct POConversion {
  /// Where PO files go, by the paths of their pages.
  let folder: String
  /// Where one with all segments goes.
  let whole: String

  /// - Parameter list: A file with what `loclint segments` printed.
  func run(_ list: String) throws(Failure) {
    var page: (path: String, bytes: [UInt8], file: POFile)?
    var all = POFile()
    var failure: Failure?
    try Files.eachLine(of: list) { line in
      guard failure == nil else { return }
      do throws(Failure) {
        guard let segment = SegmentLine(line) else {
          throw Failure("'loclint segments' printed '\(line)'")
        }
        if page?.path != segment.path {
          try page.map(write)
          page = (segment.path, try Files.read(segment.path), POFile())
        }
        guard let bytes = page?.bytes, segment.target.upperBound <= bytes.count,
          segment.source.upperBound <= bytes.count
        else { throw Failure("\(segment.path) has changed") }
        let (source, target) = (bytes[segment.source], bytes[segment.target])
        page?.file.add(id: segment.id, source: source, target: target)
        // Pages may have the same IDs.
        all.add(id: "\(segment.path) \(segment.id)", source: source, target: target)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    try page.map(write)
    try Files.makeFolder(String(whole[..<whole.lastIndex(of: "/")!]))
    try Files.write(all.text, to: whole)
  }

  private func write(_ page: (path: String, bytes: [UInt8], file: POFile)) throws(Failure) {
    let path = "\(folder)/\(page.path).po"
    try Files.makeFolder(String(path[..<path.lastIndex(of: "/")!]))
    try Files.write(page.file.text, to: path)
  }
}
