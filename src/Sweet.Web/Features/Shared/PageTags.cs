namespace Sweet.Web.Features.Shared;

/// <summary>What kept pages show. Whoever saves one of these drops its pages (<see cref="Hosting.Kept.KeptPages.Drop"/>).</summary>
public static class PageTags
{
    public const string Articles = "articles";

    /// <summary>A page with a call to action shows cohorts too, so it goes with this tag as well.</summary>
    public const string Courses = "courses";

    public const string Pictures = "pictures";

    public const string Policies = "policies";
}
