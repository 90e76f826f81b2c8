namespace Sweet.Web.Features.Shared;

public static class Institute
{
    public const string Name = "SWEET Institute";

    /// <summary>Dates that belong to no cohort (an article's, a policy's) are told in this zone.</summary>
    public const string TimeZone = "America/New_York";
}
