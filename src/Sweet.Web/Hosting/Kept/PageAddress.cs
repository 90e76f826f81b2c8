namespace Sweet.Web.Hosting.Kept;

/// <summary>What a kept page is found by. Two parts, not one text: a path may hold a question mark of its own, written %3F.</summary>
/// <param name="Query">What of the query the page depends on: with its question mark, or empty.</param>
internal sealed record PageAddress(string Path, string Query)
{
    public override string ToString() => new PathString(Path).ToUriComponent() + Query;
}
