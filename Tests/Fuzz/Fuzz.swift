// What libFuzzer runs; see `make fuzz`.
import Foundation

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<Arguments?>,
  _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The target that the environment names, for libFuzzer takes all arguments.
private let target = FuzzTarget.all.first { $0.name == Environment.value("LOCLINT_FUZZ_TARGET") }

/// Looks at one input. What does not hold ends the process, which is what libFuzzer waits for.
private func check(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do throws(Violation) {
    try target?.check(bytes)
  } catch {
    FileHandle.standardError.write(Data("\(target!.name): \(error)\n".utf8))
    abort()
  }
  return 0
}

/// Writes what a target begins with into a folder.
private func writeSeeds(of target: FuzzTarget, to folder: String) {
  let kept = (Seeds.files("Seeds/\(target.name)") + Seeds.files("Found/\(target.name)"))
    .map(\.bytes)
  for (index, bytes) in (kept + target.seeds()).enumerated() {
    _ = FileManager.default.createFile(
      atPath: "\(folder)/seed-\(index)", contents: Data(bytes))
  }
}

/// The entry point, by the name that SwiftPM gives it.
///
/// Without a target that is known it lists them; `--seeds FOLDER` writes what to begin with.
@_cdecl("fuzz_main")
public func main(
  _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  guard let target else {
    print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
    return 2
  }
  let words = CommandLine.arguments
  if words.count == 3, words[1] == "--seeds" {
    writeSeeds(of: target, to: words[2])
    return 0
  }
  var count = count
  var arguments = unsafe arguments
  return unsafe runDriver(&count, &arguments) { unsafe check($0, $1) }
}
