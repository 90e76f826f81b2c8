using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Students.Checkouts;

/// <summary>What came of "Continue to payment".</summary>
public abstract record CheckoutResult;

public sealed record GoToStripe(string Url) : CheckoutResult;

/// <summary>Nothing can be paid now; the enrollment page says how things stand.</summary>
public sealed record PaymentRefused(PaymentRefusal Reason) : CheckoutResult;

/// <summary>The hold stays as it is, and the button works again.</summary>
public sealed record StripeIsDown : CheckoutResult;

/// <summary>Stripe does not like the student's address.</summary>
public sealed record AddressRefused : CheckoutResult;

public sealed record NoSuchEnrollment : CheckoutResult;
