import Foundation
import PackagePlugin

/// Writes the files of `Rules/` into the program, so that one binary runs anywhere.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "RuleFiles.swift")
    let tool = try context.tool(named: "embed-rules")
    let files = try yamlFiles(below: folder)
    return [
      .buildCommand(
        displayName: "Embed the files of Rules",
        executable: tool.url,
        arguments: [output.path(percentEncoded: false), folder.path(percentEncoded: false)]
          + files.map { $0.path(percentEncoded: false) },
        inputFiles: files, outputFiles: [output])
    ]
  }

  private func yamlFiles(below folder: URL) throws -> [URL] {
    let names = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (names?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "yml" }
      .sorted { $0.path(percentEncoded: false) < $1.path(percentEncoded: false) }
  }
}
