/// Which page of a run: the index of its file, and of the page in that.
public struct PageNumber: Hashable, Comparable, Sendable {
  public let file: Int
  public let page: Int

  public init(file: Int, page: Int = 0) {
    self.file = file
    self.page = page
  }

  public static func < (left: PageNumber, right: PageNumber) -> Bool {
    (left.file, left.page) < (right.file, right.page)
  }
}
