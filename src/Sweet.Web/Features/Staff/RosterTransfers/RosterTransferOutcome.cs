using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Sweet.Domain.Transfers;
using Sweet.Web.Features.Staff.Rosters;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.RosterTransfers;

/// <summary>
/// Whom the page names afterward, and why somebody was refused: it stands in the address, because nothing keeps a refusal. Who has
/// moved, the seats themselves say.
/// </summary>
public sealed record RosterTransferOutcome(int To, IReadOnlyList<int> People, IReadOnlyList<PersonRefused> Refused)
{
    public static RosterTransferOutcome Of(HttpRequest request) => new(
        Typed.Number(request.Query["to"]) ?? 0,
        RosterQuery.Of(request).Picked,
        [.. request.Query["not"].Select(PersonRefused.Read).OfType<PersonRefused>().DistinctBy(p => p.Id)]);

    public string Address(int cohortId)
    {
        var query = new QueryBuilder { { "to", To.ToString(CultureInfo.InvariantCulture) } };
        foreach (var id in People) query.Add("pick", id.ToString(CultureInfo.InvariantCulture));
        foreach (var person in Refused) query.Add("not", person.ToString());
        return $"/admin/cohorts/{cohortId}/roster/transfers{query}";
    }
}

public sealed record PersonRefused(int Id, TransferRefusal Refusal)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Refusal}");

    public static PersonRefused? Read(string? text) =>
        text?.Split(':') is [var id, var why] && Typed.Number(id) is { } number
        && Enum.TryParse<TransferRefusal>(why, out var refusal) && $"{refusal}" == why && Enum.IsDefined(refusal)
            ? new PersonRefused(number, refusal) : null;
}
