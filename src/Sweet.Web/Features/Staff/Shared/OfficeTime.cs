namespace Sweet.Web.Features.Staff.Shared;

/// <summary>Staff pages show times of the institute, unless they are of a cohort.</summary>
public static class OfficeTime
{
    public const string Zone = "America/New_York";
}
