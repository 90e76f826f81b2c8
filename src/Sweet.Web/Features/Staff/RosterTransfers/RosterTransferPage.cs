using Microsoft.AspNetCore.Http.Extensions;
using Sweet.Domain;
using Sweet.Domain.Transfers;
using Sweet.Web.Features.Staff.Transfers;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.RosterTransfers;

public sealed record RosterTransferPage(int CohortId, string Cohort, IReadOnlyList<int> Picked)
{
    /// <summary>Each takes a transaction that locks two cohorts, and the page waits for all of them.</summary>
    public const int MostPeople = 50;

    /// <summary>Of the same course, those that could take somebody.</summary>
    public IReadOnlyList<OtherCohort> Others { get; init; } = [];

    /// <summary>The one that was chosen is not among them anymore.</summary>
    public bool WasTaken { get; init; }

    public OtherCohort? To { get; init; }

    /// <summary>In the order in which they move.</summary>
    public IReadOnlyList<PersonToMove> People { get; init; } = [];

    public required int HoldHours { get; init; }

    public RosterTransferForm Form { get; init; } = new();

    public bool CanGoOn => Refusal is null;

    public string? Refusal =>
        Picked.Count == 0 ? "No one is chosen. Check the box beside each person on the roster."
        : Picked.Count > MostPeople ? $"At most {MostPeople} people move at once. Choose fewer, and the others afterward."
        : Others.Count == 0 ? "No other cohort of this course has a free seat that isn’t kept for its waitlist."
        : null;

    public string? Problem => WasTaken ? "That cohort takes no one anymore. Choose another one." : null;

    public int Moving => People.Count(p => p.Moves);

    public int Paying => People.Count(p => p.Pays);

    public Money Due => Sum(q => q.Due);

    public Money Back => Sum(q => q.Back);

    public string SumsInWords => $"Moving at once: {Moving - Paying}. Paying first: {Paying}. Staying: {People.Count - Moving}.";

    public string Button => Moving == 1 ? "Transfer 1 person" : $"Transfer {Moving} people";

    /// <summary>Of people who could move more than there are seats.</summary>
    public string? TooFewSeats
    {
        get
        {
            var wanting = Moving + People.Count(p => p.Refusal == TransferRefusal.Full);
            if (To is null || wanting <= To.Free) return null;

            var seats = To.Free == 1 ? "Only one seat is free there" : $"Only {To.Free} seats are free there";
            return $"{seats}, and {wanting} of these people could move. Those who come first in this list move; the others stay.";
        }
    }

    public string ChoiceAddress =>
        $"/admin/cohorts/{CohortId}/roster/transfers/new{new QueryBuilder(Picked.Select(id => KeyValuePair.Create("pick", $"{id}")))}";

    private Money Sum(Func<TransferQuote, Money> of) =>
        To!.Price with { Minor = People.Sum(p => p.Quote is { } quote ? of(quote).Minor : 0) };
}

/// <param name="Free">Seats that no one in line waits for.</param>
public sealed record OtherCohort(int Id, string Title, int Free, int Capacity, int InLine, Money Price)
{
    public string Seats => $"{Free} of {Capacity} free" + (InLine > 0 ? $", beyond those kept for {InLine} on the waitlist" : "");
}

public sealed record PersonToMove(int Id, string Name, string Number)
{
    public TransferRefusal? Refusal { get; init; }

    /// <summary>Null for who stays.</summary>
    public TransferQuote? Quote { get; init; }

    public bool Moves => Quote is not null;

    public bool Pays => Quote is { Due.IsZero: false };

    /// <summary>As the form carries it.</summary>
    public string Carried => Quote is { } quote
        ? new PersonSeen(Id, quote.Due.Minor - quote.Back.Minor).ToString()
        : new PersonRefused(Id, Refusal!.Value).ToString();

    public string What => Quote switch
    {
        null => $"Stays. {Refusal!.Value.InWords()}",
        { Back.IsZero: false } => $"Moves at once; {Quote.Back.Exact()} goes back",
        { Due.IsZero: true } => "Moves at once",
        _ => $"Pays {Quote.Due.Exact()} by link, and keeps this seat until it is paid, unless we waive it",
    };

    public string DueText => Pays ? Quote!.Due.Exact() : "";

    public string BackText => Quote is { Back.IsZero: false } ? Quote.Back.Exact() : "";
}
