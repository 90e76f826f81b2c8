namespace Sweet.Web.Features.Students.Shared;

/// <summary>What the page behind a button showed, to notice that it has changed since.</summary>
public sealed class SeenForm
{
    /// <summary>The mark of the student; null where none was shown.</summary>
    public string? SeenStudent { get; set; }
}
