namespace Sweet.Sandbox.Hosting;

/// <summary>One file, replaced whole, so that a crash leaves the old or the new state and never half of one.</summary>
internal sealed class StateFile(string path)
{
    public string? Read() => File.Exists(path) ? File.ReadAllText(path) : null;

    public void Write(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path + ".new", content);
        File.Move(path + ".new", path, overwrite: true);
    }
}
