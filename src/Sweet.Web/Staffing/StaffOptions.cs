namespace Sweet.Web.Staffing;

public sealed class StaffOptions
{
    public const string Section = "Staff";

    /// <summary>Two accounts, made by the sandbox, that anyone may come in as. Refused in Production.</summary>
    public bool DemonstrationAccounts { get; set; }
}

/// <summary>The addresses of the sandbox's two accounts, which have no password.</summary>
public static class DemonstrationAccount
{
    public const string Admin = "riley@sweet.example";
    public const string Marketing = "morgan@sweet.example";
}
