namespace Sweet.Web.Features.Staff.CohortChoices;

public sealed record CohortChoicesPage(int EnrollmentId, string Name, string Number, IReadOnlyList<CohortChoice> Cohorts);

/// <param name="Free">Seats that nobody holds, was offered or waits for.</param>
/// <param name="TakenBy">The seat that the student's address has there, or null.</param>
public sealed record CohortChoice(int Id, string Title, int Free, int? TakenBy);
