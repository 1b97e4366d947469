import LintText
public import Markdown

/// What must hold of the blocks of any bytes.
public enum BlockInvariants {
  /// What does not hold, for people; `nil` when all is well.
  public static func broken(_ blocks: Blocks, _ bytes: Span<UInt8>) -> String? {
    // The end of the last block that each block holds; the last is that of the page.
    var ends = Array(repeating: 0, count: blocks.list.count + 1)
    for (index, block) in blocks.list.enumerated() {
      let about = "block \(index), \(block.kind) \(block.range.range)"
      guard block.range.upper <= bytes.count else { return "\(about) leaves the page" }
      guard block.range.contains(block.content),
        block.info.isEmpty || block.range.contains(block.info)
      else { return "\(about) does not hold what it says" }
      if let parent = block.parent {
        guard parent < index, blocks.list[parent].kind.isContainer,
          blocks.list[parent].range.contains(block.range)
        else { return "\(about) leaves what holds it" }
      }
      let place = block.parent ?? blocks.list.count
      guard ends[place] <= block.range.lower else { return "\(about) begins in the one before" }
      ends[place] = block.range.upper
      if let broken = brokenLines(blocks, block, bytes) { return "\(about): \(broken)" }
    }
    return brokenDefinitions(blocks)
  }

  private static func brokenLines(
    _ blocks: Blocks, _ block: Block, _ bytes: Span<UInt8>
  ) -> String? {
    var end = block.range.lower
    for line in blocks.lines(of: block) {
      guard line.lower >= end, block.range.contains(line) else { return "line \(line.range)" }
      for index in line.range where bytes[index] == 0x0A || bytes[index] == 0x0D {
        return "a line end in line \(line.range)"
      }
      end = line.upper
    }
    return nil
  }

  private static func brokenDefinitions(_ blocks: Blocks) -> String? {
    for definition in blocks.definitions {
      let range = blocks.list[definition.block].range
      guard range.contains(definition.label), range.contains(definition.destination),
        definition.title.map({ range.contains($0) }) ?? true
      else { return "the definition in \(range.range)" }
    }
    return nil
  }
}
