namespace Sweet.Web.Email.Rendering;

/// <summary>What an email says, in the order in which it says it; HTML and plain text are written from the same.</summary>
/// <param name="Point">The first line: what the reader has to know.</param>
/// <param name="Number">The enrollment number to quote, or null.</param>
public sealed record LetterContent(string Subject, string Point, string? Number, params IReadOnlyList<Block> Blocks)
{
    /// <summary>Of a letter to a list, for the email program's own button: takes the reader off it. Null for all others.</summary>
    public string? UnsubscribeUrl { get; init; }
}

public abstract record Block;

public sealed record Heading(string Text) : Block;

public sealed record Paragraph(string Text) : Block;

/// <summary>A paragraph in which words stand out or lead somewhere.</summary>
/// <param name="Mark">Of an item of a list, like "•" or "2."; else null.</param>
public sealed record Prose(string? Mark, params IReadOnlyList<Run> Runs) : Block;

/// <summary>Words that are alike; a line break is one of its own.</summary>
public sealed record Run(string Text)
{
    public static readonly Run Break = new("\n");

    public bool IsStrong { get; init; }

    public bool IsStressed { get; init; }

    /// <summary>Where it leads; written out behind it.</summary>
    public string? Url { get; init; }
}

/// <summary>Terms and their values in two columns.</summary>
public sealed record Facts(params IReadOnlyList<Fact> Rows) : Block;

public sealed record Fact(string Term, params IReadOnlyList<string> Values)
{
    /// <summary>Its value is a sum of money, and stands at the end of its line, under the others.</summary>
    public bool IsSum { get; init; }

    /// <summary>A sum that the others come to.</summary>
    public bool IsTotal { get; init; }
}

/// <summary>The one thing to do; its address is written out below it.</summary>
public sealed record Button(string Label, string Url) : Block;

/// <summary>A further address, written out.</summary>
public sealed record Link(string Label, string Url) : Block;
