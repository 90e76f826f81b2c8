namespace Sweet.Web.Tests.Support;

/// <summary>The student whom most stories are about.</summary>
internal static class Journey
{
    public const string Email = "ana@clinic.example";

    /// <summary>The secret in the address of a student's own page.</summary>
    public static string Token(this Page page) => page.Address.Split('/')[2];
}
