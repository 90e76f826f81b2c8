using System.ComponentModel;

namespace Sweet.Web.Wording;

public sealed record ContentsEntry(string Anchor, string Heading);

/// <summary>What a Markdown text becomes; the references stand apart, for on an article the call to action comes before them.</summary>
[ImmutableObject(true)]
public sealed record RenderedText(string Body, string References, IReadOnlyList<ContentsEntry> Contents, int Minutes)
{
    /// <summary>Why the text cannot be shown, for who wrote it; its body then is a sentence for readers. Null if it is shown.</summary>
    public string? Refusal { get; init; }

    /// <summary>What of the text readers will not see as it was meant, for who wrote it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public bool HasReferences => References.Length > 0;

    /// <summary>A short text is its own table of contents.</summary>
    public bool IsLong => Contents.Count > 2;
}
