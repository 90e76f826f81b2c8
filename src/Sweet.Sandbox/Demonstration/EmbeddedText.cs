namespace Sweet.Sandbox.Demonstration;

/// <summary>The Markdown files beside this one, which travel inside the assembly.</summary>
internal static class EmbeddedText
{
    public static string Read(string folder, string name)
    {
        var resource = $"{typeof(EmbeddedText).Namespace}.{folder}.{name}.md";
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
