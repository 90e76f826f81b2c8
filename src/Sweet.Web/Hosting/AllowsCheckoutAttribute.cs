namespace Sweet.Web.Hosting;

/// <summary>
/// For actions whose page holds a form that leads to Stripe's checkout. Browsers apply form-action to the
/// redirect after the post too, so without this the student is stopped on the way to pay.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowsCheckoutAttribute : Attribute;
