namespace Sweet.Web.Hosting.Kept;

/// <summary>
/// On a page that is the same for everybody: it is made once in ten seconds, by asking for it as nobody, and answered from memory.
/// Nothing personal may stand on such a page, and no form: its token would be everybody's.
/// </summary>
/// <param name="tags">What the page shows; whoever saves one of these drops the page by its name.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public class KeptPageAttribute(params string[] tags) : Attribute
{
    /// <summary>Static files, which change with the program only.</summary>
    internal static readonly KeptPageAttribute OfFiles = new() { StaysForever = true };

    public IReadOnlyList<string> Tags { get; } = tags;

    internal bool StaysForever { get; private init; }

    /// <summary>
    /// The part of the query that changes the page, written in one way: with its question mark, or empty. Anybody can invent a query,
    /// so it must have few values.
    /// </summary>
    /// <returns>Null for an address that is not kept.</returns>
    public virtual ValueTask<string?> QueryOf(HttpContext http) => ValueTask.FromResult<string?>("");
}
