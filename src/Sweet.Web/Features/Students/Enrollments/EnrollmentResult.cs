using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>What came of an attempt to register.</summary>
public abstract record EnrollmentResult;

/// <param name="IsNew">False: the same browser held a seat for the address already, and goes on with it.</param>
public sealed record SeatHeld(string Token, bool IsNew) : EnrollmentResult;

public sealed record Refused(EnrollmentRefusal Reason) : EnrollmentResult;

public sealed record NoSuchCohort : EnrollmentResult;
