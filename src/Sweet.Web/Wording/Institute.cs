namespace Sweet.Web.Wording;

public static class Institute
{
    public const string Name = "SWEET Institute";

    /// <summary>Every page, email and feed is written in it.</summary>
    public const string Language = "en-US";

    /// <summary>Dates that belong to no cohort (an article's, a policy's) are told in this zone.</summary>
    public const string TimeZone = "America/New_York";
}
