using Sweet.Domain.Staff;

namespace Sweet.Web.Features.Staff.People;

public sealed record PeoplePage(IReadOnlyList<PersonRow> People, IReadOnlyList<InvitationRow> Invitations);

public sealed record PersonPage(PersonRow Person, IReadOnlyList<PersonNews> History)
{
    public string? Problem { get; init; }
}

public sealed record InvitationRow(int Id, string Email, bool IsAdmin, bool IsMarketing, DateTime EndsAtUtc)
{
    public string Roles => RolesInWords.Of(IsAdmin, IsMarketing);
}

/// <param name="By">Null where it was the person, or somebody whose account is gone.</param>
public sealed record PersonNews(string? From, string To, DateTime AtUtc, string? By);

public sealed record PersonRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public bool IsAdmin { get; init; }

    public bool IsMarketing { get; init; }

    public bool HasSecondStep { get; init; }

    public bool IsDisabled { get; init; }

    public DateTime? LastUsedAtUtc { get; init; }

    public string Roles => RolesInWords.Of(IsAdmin, IsMarketing);

    /// <summary>As a form sends them back.</summary>
    public string RoleNames => string.Join(Between, new StaffRoles(IsAdmin, IsMarketing).Names);

    internal const char Between = ' ';

    public string State => IsDisabled ? "Disabled" : HasSecondStep ? "In use" : "Second step missing";

    /// <summary>The square of the state.</summary>
    public string Square => IsDisabled ? "ended" : HasSecondStep ? "confirmed" : "draft";
}

internal static class RolesInWords
{
    public static string Of(bool isAdmin, bool isMarketing) =>
        (isAdmin, isMarketing) switch
        {
            (true, true) => "Admin, marketing",
            (true, false) => "Admin",
            (false, true) => "Marketing",
            _ => "No role",
        };
}
